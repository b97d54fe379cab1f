/** The floors of the house: who may import whom. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed, dependencyTypesNot: ['core', 'npm', 'npm-dev', 'type-only'] },
})

module.exports = {
  forbidden: [
    only('domain-stands-alone', '^src/domain/', '^src/domain/|^node_modules/', 'the rules import nothing of ours'),
    {
      name: 'domain-knows-no-io',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '^node_modules/(dayjs|chinese-days)/' },
    },
    only('contract-on-domain', '^src/contract/', '^src/(contract|domain)/|^node_modules/', 'the contract imports the domain only'),
    only('functions-on-domain-and-contract', '^cloudfunctions/', '^cloudfunctions/|^src/(domain|contract)/|^node_modules/', 'the functions know no screen'),
    only('app-without-functions', '^src/', '^src/|^node_modules/', 'nothing the phone runs imports a function'),
    only('pages-on-features', '^src/pages/', '^src/(pages|features|components|copy|contract|domain|platform)/|^node_modules/', 'pages are thin'),
    {
      name: 'components-know-no-features',
      severity: 'error',
      from: { path: '^src/(components|copy|platform)/' },
      to: { path: '^src/(features|pages)/' },
    },
    {
      name: 'only-the-repository-knows-sql',
      severity: 'error',
      from: { path: '^(src|cloudfunctions)/', pathNot: '^cloudfunctions/(repository|host/database)/' },
      to: { path: '^node_modules/(pg|kysely)/' },
    },
    {
      name: 'only-platform-knows-taro',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(platform/|app\\.|global\\.d\\.ts$|pages/.*\\.config\\.ts$)' },
      to: { path: '^node_modules/@tarojs/taro/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
