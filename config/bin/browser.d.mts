/** The Chromium the browser tests use, or undefined when there is none. */
export function findBrowser(): string | undefined
