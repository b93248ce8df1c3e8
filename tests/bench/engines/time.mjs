// How long work takes in this process: in Node processor time, which other programs on the machine hardly change (it counts
// the threads that collect garbage and compile, as whoever waits for the answer does); in a browser, which has none, the
// time that passes.
export function now() {
  if (typeof process === "undefined") return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of one run of `work`: as many runs as `least` milliseconds need, after one that is not counted. */
export function measure(work, least) {
  work();
  const start = now();
  let runs = 0;
  let spent = 0;
  while (spent < least || runs === 0) {
    work();
    ++runs;
    spent = now() - start;
  }
  return spent / runs;
}
