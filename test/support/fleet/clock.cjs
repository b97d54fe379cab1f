'use strict'

/** Loaded before a host: its clock jumps by CLOCK_JUMP_MS once it has run for CLOCK_JUMPS_AFTER_S seconds. Timers go on as they did, as those of a machine do whose clock is set. */
const jump = Number(process.env.CLOCK_JUMP_MS)
const after = Number(process.env.CLOCK_JUMPS_AFTER_S ?? 0)

const Usual = Date
const now = () => Usual.now() + (process.uptime() >= after ? jump : 0)

globalThis.Date = class extends Usual {
  constructor(...given) {
    if (given.length === 0) super(now())
    else super(...given)
  }

  static now() {
    return now()
  }
}
