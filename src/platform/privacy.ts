/** Whether the platform wants its own privacy notice agreed to before anything personal is touched; only WeChat has one. */
export const needsPrivacyConsent = async (): Promise<boolean> => false

/** Opens the platform's own privacy notice. */
export const openPrivacyNotice = (): void => undefined

/** Lets the platform go on with what it holds back, or not. */
export type PrivacyAnswer = (agreed: boolean) => void

/** Tells when the platform holds something back until its notice is agreed to. */
export const onPrivacyAsked = (_tell: (answer: PrivacyAnswer) => void): void => undefined
