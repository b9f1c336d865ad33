/** The import rules of docs/architecture.md, enforced by `npm run check`. */
const only = (name, from, allowed, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$', ...extra },
  to: { pathNot: allowed },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(src-|hardware)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^test/' },
    },
    {
      name: 'instructions-are-data',
      severity: 'error',
      from: { path: '^(src-|hardware)' },
      to: { path: '^instructions/' },
    },
    only('domain-is-pure', '^src-domain/', ['^src-domain/', '^node_modules/(zod|xstate|@orpc/contract|canonicalize)/']),
    only('hardware-knows-the-domain', '^hardware/', [
      '^hardware/',
      '^src-domain/',
      '^node_modules/(serialport|mqtt)/',
      '^(node:)?[a-z_/]+$',
    ]),
    {
      name: 'renderer-is-browser-code',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(src-main|hardware|scripts|measure)/', dependencyTypesNot: ['npm-dev', 'npm'] },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-service-ts-reaches-the-service',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '^src-renderer/service\\.ts$|\\.test\\.tsx?$' },
      to: { path: '^node_modules/@orpc/client' },
    },
    {
      name: 'only-the-shell-knows-electron',
      severity: 'error',
      from: { pathNot: '^(src-main/shell/|test/|scripts/)' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'sqlite-only-in-store',
      severity: 'error',
      from: { pathNot: '^src-main/store/' },
      to: { path: '^node_modules/better-sqlite3' },
    },
    {
      name: 'mqtt-only-in-hardware',
      severity: 'error',
      from: { pathNot: '^(hardware|test)/' },
      to: { path: '^node_modules/mqtt/' },
    },
    {
      name: 'pg-only-in-hub',
      severity: 'error',
      from: { pathNot: '^(src-main/hub|test)/' },
      to: { path: '^node_modules/(pg|kysely)/' },
    },
    {
      name: 'main-does-not-know-windows',
      severity: 'error',
      from: { path: '^src-main/' },
      to: { path: '^src-renderer/' },
    },
    {
      name: 'hardware-only-in-the-composition-root',
      severity: 'error',
      from: { path: '^src-main/', pathNot: '^src-main/service/composeService\\.ts$|\\.test\\.ts$' },
      to: { path: '^hardware/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
