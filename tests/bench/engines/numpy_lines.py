#!/usr/bin/python3
"""Times NumPy for a program that asks: the file named holds the workloads; for each line "workload phase samples
milliseconds" on standard input a line with the milliseconds of processor time of one run."""
import json
import sys
import time

import numpy as np

DRAW = {
    "point": lambda rng, n, a: a[0],
    "uniform": lambda rng, n, a: rng.uniform(a[0], a[1], n),
    "log_uniform": lambda rng, n, a: np.exp(rng.uniform(np.log(a[0]), np.log(a[1]), n)),
    "triangular": lambda rng, n, a: rng.triangular(a[0], a[1], a[2], n),
    "normal": lambda rng, n, a: rng.normal(a[0], a[1], n),
    "lognormal": lambda rng, n, a: rng.lognormal(a[0], a[1], n),
}


class Runner:
    def __init__(self, workload, samples):
        self.workload, self.samples = workload, samples
        self.rng = np.random.Generator(np.random.SFC64(1))
        self.code = compile("\n".join(f"{name} = {text}" for name, text in workload["statements"]), "workload", "exec")
        self.inputs = self.draw()
        self.outputs = self.evaluate(self.inputs)

    def draw(self):
        return {i["id"]: DRAW[i["shape"]](self.rng, self.samples, i["numbers"]) for i in self.workload["inputs"]}

    def evaluate(self, inputs):
        scope = dict(inputs)
        exec(self.code, {}, scope)
        return [scope[name] for name in self.workload["outputs"]]

    def summarise(self, outputs):
        for x in outputs:
            np.mean(x), np.std(x), np.quantile(x, [0.05, 0.25, 0.5, 0.75, 0.95]), np.histogram(x, 50)

    def run(self, phase):
        if phase == "draw":
            self.draw()
        elif phase == "evaluate":
            self.evaluate(self.inputs)
        elif phase == "summarise":
            self.summarise(self.outputs)
        else:
            outputs = self.evaluate(self.draw())
            if phase == "total":
                self.summarise(outputs)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        workloads = {one["id"]: one for one in json.load(file)}
    for line in sys.stdin:
        name, phase, samples, least = line.split()
        runner = Runner(workloads[name], int(samples))
        runner.run(phase)
        start, runs, spent = time.process_time(), 0, 0.0
        while spent * 1000 < float(least) or runs == 0:
            runner.run(phase)
            runs += 1
            spent = time.process_time() - start
        print(spent * 1000 / runs, flush=True)


main()
