/** Jest's filter: of all test files only those that scripts/mutants/plugins.mjs has named for this run. */
module.exports = (files) => {
  const named = process.env.MUTANTS_TEST_FILES;
  if (!named) return { filtered: files };
  const wanted = new Set(JSON.parse(named));
  return { filtered: files.filter((file) => wanted.has(file)) };
};
