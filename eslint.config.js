import tseslint from 'typescript-eslint'

const rawClock = [
  { object: 'Date', property: 'now', message: 'Time comes through the clock port (decision 9).' },
  { object: 'Math', property: 'random', message: 'Randomness is handed in, so that runs can be repeated.' },
]

export default tseslint.config(
  { ignores: ['dist/**', '.cache/**', 'release/**', 'node_modules/**', '*.js', '*.cjs', '.*.cjs', 'test-results/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src-domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', ...rawClock],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The domain has no clock.' },
      ],
    },
  },
  {
    files: ['src-main/service/**/*.ts', 'src-main/store/**/*.ts', 'src-main/credential/**/*.ts'],
    ignores: ['**/*.test.ts', 'src-main/service/clock.ts'],
    rules: { 'no-restricted-properties': ['error', ...rawClock] },
  },
  {
    files: ['test/e2e/**/*.ts', 'test/support/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          "CallExpression[callee.property.name='waitForTimeout']",
          "CallExpression[callee.name='setTimeout']",
          "CallExpression[callee.property.name=/^(press|type|pressSequentially)$/] Property[key.name='delay']",
          'ImportDeclaration[source.value=/^(node:)?timers.promises$/]',
        ].map((selector) => ({
          selector,
          message: 'Wait for a condition instead of sleeping: a locator, expect.poll, a frame, or the test clock.',
        })),
      ],
    },
  },
  {
    files: ['scripts/**/*.ts', 'measure/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
)
