import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Rules that keep the reading rules of the project: no `any`, no floating promises, small functions, one style of import. */
export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', 'coverage/**', 'test/support/mini-program/fixture/**'] },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    // a table of cases is one decision
    rules: { complexity: ['error', { max: 12, variant: 'modified' }], 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['cloudfunctions/host/cli/**/*.ts', 'test/bench/**/*.ts', 'test/histories/soak.ts', 'test/fuzz/fuzz.ts', 'test/support/screenshots.ts'], rules: { 'no-console': 'off' } },
)
