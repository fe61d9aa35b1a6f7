import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Values go into SQL as bindings (`?`, `??`), never as text. */
const sqlFromPieces = {
  selector:
    "CallExpression[callee.property.name=/^raw$|Raw$/][arguments.0.type='TemplateLiteral'][arguments.0.expressions.length>0]",
  message: 'Give values to raw SQL as bindings (? for values, ?? for names).',
}

export default defineConfig(globalIgnores(['dist/', 'node_modules/']), {
  files: ['**/*.ts'],
  extends: [tseslint.configs.strictTypeChecked],
  languageOptions: { parserOptions: { projectService: true } },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: {
    eqeqeq: 'error',
    'no-restricted-syntax': ['error', sqlFromPieces],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // Algorithms read arrays at places that they know to exist, which noUncheckedIndexedAccess cannot know.
    '@typescript-eslint/no-non-null-assertion': 'off',
    // Spreading a string into code points is what a text engine does.
    '@typescript-eslint/no-misused-spread': 'off',
    // Query builders are promises too, and Express awaits its handlers.
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    // Matters of taste, or at odds with the types of our dependencies.
    '@typescript-eslint/no-confusing-void-expression': 'off',
    '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    '@typescript-eslint/no-unsafe-enum-assignment': 'off',
  },
})
