/** Empties what a browser keeps for this address. The device's own cookie is out of reach of scripts and stays. */
export const forgetStored = (): void => {
  try {
    localStorage.clear()
    sessionStorage.clear()
  } catch {
    return
  }
}
