/** CSS modules in tests: a class is called what the source calls it. */
export default new Proxy({}, { get: (_target, name) => (name === '__esModule' ? false : String(name)) });
