/** For a package that reads `performance.now()` without asking whether there is any: mini-programs have none. */
module.exports = (source) => `const performance = Date;\n${source}`
