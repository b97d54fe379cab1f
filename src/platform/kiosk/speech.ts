const spoken = { zh: 'zh-CN', en: 'en-GB' } as const
/** Slower than a browser speaks by itself: many who listen are old. */
const rate = 0.9

/** Whether this browser can read aloud. */
export const canSpeak = (): boolean => 'speechSynthesis' in window

/** Reads what the screen in front says. Whatever was being read ends. */
export const speakScreen = (language: keyof typeof spoken): void => {
  const screens = [...document.querySelectorAll<HTMLElement>('[role=main]')].filter((one) => one.offsetParent)
  speechSynthesis.cancel()
  speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(screens.at(-1)?.innerText ?? ''), { lang: spoken[language], rate }))
}

export const hush = (): void => {
  if (canSpeak()) speechSynthesis.cancel()
}
