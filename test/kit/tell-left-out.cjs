const HOW = {
  redis: 'install redis-server, or set REDIS_URL to a Redis that may be emptied',
  mongodb: 'install mongod, or set MONGODB_URL; `.ci/build-ferretdb` builds a small stand-in with Go',
  browser: 'install Chromium, or set CHROMIUM to its program',
};

/** Says at the end of `npm test` which suites were left out for want of something, and how to include them (`test/kit/what-is-here.ts`). */
module.exports = class TellLeftOut {
  onRunComplete(_, results) {
    const left = new Map();
    for (const { testResults } of results.testResults) {
      for (const { status, ancestorTitles } of testResults) {
        const needed = status === 'pending' && /\[needs (\w+)\]/.exec(ancestorTitles.join(' '))?.[1];
        if (needed) left.set(needed, (left.get(needed) ?? 0) + 1);
      }
    }
    if (left.size === 0) return;
    const lines = [...left].map(([needed, tests]) => `  ${needed}: ${tests} tests. To include them, ${HOW[needed]}.`);
    const compose =
      left.has('redis') || left.has('mongodb')
        ? ['  Or `docker compose up -d redis mongo`, and set both addresses.']
        : [];
    process.stderr.write(`\nLeft out, for want of something on this machine:\n${[...lines, ...compose].join('\n')}\n`);
  }
};
