const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Civil time is +08:00 in every city, whatever the phone is set to. */
const civilOffset = 8 * hour

/** An ISO 8601 string, or ms since 1970. */
type Moment = string | number

const ms = (moment: Moment): number => (typeof moment === 'number' ? moment : Date.parse(moment))

const parts = (at: number) => {
  const civil = new Date(at + civilOffset)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    year: civil.getUTCFullYear(),
    month: civil.getUTCMonth(),
    date: civil.getUTCDate(),
    weekday: civil.getUTCDay(),
    time: `${two(civil.getUTCHours())}:${two(civil.getUTCMinutes())}`,
    day: Math.floor((at + civilOffset) / day),
  }
}
type Parts = ReturnType<typeof parts>

interface Speech {
  readonly today: (time: string) => string
  readonly date: (at: Parts) => string
  readonly weekday: readonly string[]
  readonly join: (date: string, weekday: string, time: string) => string
  readonly otherYear: (at: Parts) => string
  readonly units: (days: number, hours: number, minutes: number) => string
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const zh: Speech = {
  today: (time) => `今天 ${time}`,
  date: ({ month, date }) => `${month + 1}月${date}日`,
  weekday: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  join: (date, weekday, time) => [date, weekday, time].filter(Boolean).join(' '),
  otherYear: (at) => `${at.year}年${zh.date(at)} ${at.time}`,
  units: (days, hours, minutes) => {
    if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
    if (hours > 0) return `${hours} 小时 ${minutes} 分钟`
    return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟'
  },
}

const many = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`
const en: Speech = {
  today: (time) => `today, ${time}`,
  date: ({ month, date }) => `${date} ${months[month] ?? ''}`,
  weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  join: (date, weekday, time) => `${date}, ${weekday ? `${weekday} ` : ''}${time}`,
  otherYear: (at) => `${en.date(at)} ${at.year}, ${at.time}`,
  units: (days, hours, minutes) => {
    if (days > 0) return hours > 0 ? `${many(days, 'day')} ${many(hours, 'hour')}` : many(days, 'day')
    if (hours > 0) return `${many(hours, 'hour')} ${minutes} min`
    return minutes > 0 ? many(minutes, 'minute') : 'less than a minute'
  },
}

const speeches = { zh, en }

/**
 * Times as they are said on screen; `now` is in ms: today by the clock, this year with its
 * weekday (3月10日 周五 14:20), other years with the year.
 */
export const datesIn = (language: keyof typeof speeches) => {
  const speech = speeches[language]
  const exact = (moment: Moment): string => {
    const at = parts(ms(moment))
    return speech.join(speech.date(at), speech.weekday[at.weekday] ?? '', at.time)
  }
  return {
    /** Always with date, weekday and time. */
    exact,
    /** With the year: for receipts. */
    dated: (moment: Moment): string => speech.otherYear(parts(ms(moment))),
    moment: (moment: Moment, now: number): string => {
      const at = parts(ms(moment))
      const today = parts(now)
      if (at.day === today.day) return speech.today(at.time)
      return at.year === today.year ? exact(moment) : speech.otherYear(at)
    },
    /** The same without the weekday, where there is little room. */
    short: (moment: Moment, now: number): string => {
      const at = parts(ms(moment))
      const today = parts(now)
      if (at.day === today.day) return speech.today(at.time)
      return at.year === today.year ? speech.join(speech.date(at), '', at.time) : speech.otherYear(at)
    },
    /** What is left of a time span in ms, in its two largest units. */
    left: (span: number): string => {
      const whole = Math.max(0, span)
      return speech.units(Math.floor(whole / day), Math.floor((whole % day) / hour), Math.floor((whole % hour) / minute))
    },
  }
}
export type Dates = ReturnType<typeof datesIn>
