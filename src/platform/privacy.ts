/** Whether the platform wants its own privacy notice agreed to before anything personal is touched; only WeChat has one. */
export const needsPrivacyConsent = async (): Promise<boolean> => false

/** Opens the platform's own privacy notice. */
export const openPrivacyNotice = (): void => undefined
