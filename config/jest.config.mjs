const swc = ['@swc/jest', { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } }]

const shared = {
  rootDir: '.',
  transform: { '^.+\\.(t|j|mj)sx?$': swc },
  // what is built runs as it is
  transformIgnorePatterns: ['<rootDir>/dist/', '/node_modules/(?!(jose|kdbush|geokdbush|tinyqueue|supercluster|stream-json|stream-chain|@secretlint|structured-source|boundary)/)'],
}
const alias = { '^@/(.*)$': '<rootDir>/src/$1' }
const onPlainDom = {
  ...shared,
  testEnvironment: 'jsdom',
  moduleNameMapper: {
    '\\.(scss|css|png)$': '<rootDir>/test/support/taro/style.ts',
    '^@tarojs/components$': '<rootDir>/test/support/taro/components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/support/taro/taro.ts',
    ...alias,
  },
}

/** Unit tests know no I/O; component and terminal tests run on plain DOM, as phones and as browsers are built; function tests on a real PostgreSQL; bundle and browser tests on what is built; full tests take long. */
export default {
  rootDir: '..',
  projects: [
    { ...shared, displayName: 'unit', testEnvironment: 'node', moduleNameMapper: alias, testMatch: ['<rootDir>/test/{domain,contract,copy,config,support,histories/model}/**/*.test.ts'] },
    { ...onPlainDom, displayName: 'component', testMatch: ['<rootDir>/test/{components,features,pages,platform}/**/*.test.{ts,tsx}'] },
    {
      ...onPlainDom,
      displayName: 'terminal',
      // the same files as a browser's build takes
      moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'mjs', 'json'],
      testMatch: ['<rootDir>/test/kiosk/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'functions',
      testEnvironment: 'node',
      moduleNameMapper: alias,
      globalSetup: '<rootDir>/test/support/database/global-setup.ts',
      testMatch: ['<rootDir>/test/{cloudfunctions,security,fuzz}/**/*.test.ts', '<rootDir>/test/histories/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'bundles',
      testEnvironment: 'node',
      moduleNameMapper: alias,
      globalSetup: '<rootDir>/test/support/database/global-setup.ts',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      testEnvironment: 'node',
      moduleNameMapper: alias,
      globalSetup: '<rootDir>/test/support/database/global-setup.ts',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
    // all files of the three above at once, for a run of everything
    {
      ...shared,
      displayName: 'together',
      testEnvironment: 'node',
      moduleNameMapper: alias,
      globalSetup: '<rootDir>/test/support/database/global-setup.ts',
      testMatch: ['<rootDir>/test/together/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'full',
      testEnvironment: 'node',
      moduleNameMapper: alias,
      globalSetup: '<rootDir>/test/support/database/global-setup.ts',
      testMatch: ['<rootDir>/test/full/**/*.test.ts'],
    },
  ],
}
