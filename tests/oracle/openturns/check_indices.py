#!/usr/bin/python3
"""Compares Sobol indices of claims of the dataset with those that OpenTURNS estimates, on points of its own, from the
same model: first-order and total, of the output and of its logarithm, within 0.01. Ends with "N passed, N failed".

usage: check_indices.py FOOTING MODEL_VALUES DATASETS"""
import array
import json
import math
import subprocess
import sys

import openturns

CLAIMS = [
    ("chatgpt-daily-500mwh", "energy_per_day"),
    ("chatgpt-daily-500mwh", "households"),
    ("chat-500ml-25-50", "water_total"),
    ("gpt3-500t", "carbon"),
    ("bert-79h-1438lb", "carbon"),
    ("ai-2027-85-134twh", "energy_per_year"),
    ("google-ai-29twh-ireland", "energy_per_year"),
]
SCENARIO = "sourced_then"
ROWS = 1 << 14
NEAR = 0.01


def ours(footing, datasets, claim, output):
    """Groups of inputs with their indices: {"load": {"linear": (first, total), "log": …}}."""
    command = [footing, "explain", claim, "--scenario", SCENARIO, "--output", output, "--json", "--datasets", datasets]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {
        "+".join(group["inputs"]): {
            scale: (group[scale]["first"]["value"], group[scale]["total"]["value"])
            for scale in ("linear", "log")
            if group[scale]
        }
        for group in answer["indices"]["groups"]
    }


def values(tool, datasets, claim, output, points):
    """The output at points of the unit cube, and the names of the cube's directions."""
    rows = array.array("d", (min(max(u, 1e-9), 1 - 1e-9) for point in points for u in point)).tobytes()
    out = subprocess.run([tool, datasets, claim, SCENARIO, output], input=rows, check=True, capture_output=True).stdout
    head, rest = out.split(b"\n", 1)
    return head.decode().split()[1:], array.array("d", rest)


def theirs(tool, datasets, claim, output):
    names, _ = values(tool, datasets, claim, output, [])
    count = len(names)
    cube = openturns.ComposedDistribution([openturns.Uniform(0.0, 1.0)] * count)
    sequence = openturns.LowDiscrepancyExperiment(openturns.SobolSequence(), cube, ROWS)
    sequence.setRandomize(True)
    openturns.RandomGenerator.SetSeed(1)
    design = openturns.SobolIndicesExperiment(sequence, False).generate()
    _, y = values(tool, datasets, claim, output, design)
    found = {name: {} for name in names}
    for scale, column in (("linear", y), ("log", [math.log(one) for one in y] if min(y) > 0 else None)):
        if column is None:
            continue
        sample = openturns.Sample([[one] for one in column])
        algorithm = openturns.MartinezSensitivityAlgorithm(design, sample, ROWS)
        for name, first, total in zip(names, algorithm.getFirstOrderIndices(), algorithm.getTotalOrderIndices()):
            found[name][scale] = (first, total)
    return found


def main(footing, tool, datasets):
    passed = failed = 0
    for claim, output in CLAIMS:
        mine, other = ours(footing, datasets, claim, output), theirs(tool, datasets, claim, output)
        worst = 0.0
        fine = set(mine) == set(other) and len(mine) > 1
        for name in mine if fine else []:
            for scale in mine[name]:
                worst = max([worst] + [abs(a - b) for a, b in zip(mine[name][scale], other[name][scale])])
        fine = fine and worst <= NEAR
        print(f"{'ok    ' if fine else 'FAILED'} {claim} {output}: {len(mine)} inputs, at most {worst:.4f} apart")
        passed, failed = passed + fine, failed + (not fine)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
