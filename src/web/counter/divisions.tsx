import { useId, useState } from 'react'
import { policyOf, type CityCode } from '@/domain/policies'
import { divisionsBelow, type Division } from '@/features/reissue/divisions'
import { useWords } from './words'

interface DivisionsProps {
  readonly city: CityCode
  /** The six digits of a district; empty until one is chosen. */
  readonly value: string
  readonly onChange: (code: string) => void
}

const provinceLength = 2
const cityLength = 4
const filledUp = (code: string, length: number): string => code.slice(0, length).padEnd(6, '0')

/** The divisions above a code and itself, from its province down. */
const pathTo = (code: string): readonly string[] => {
  const path = [filledUp(code, provinceLength), filledUp(code, cityLength), code]
  return path.filter((one, index) => path.indexOf(one) === index && (index === 0 || divisionsBelow(path[0]).concat(divisionsBelow(path[1])).some((below) => below.code === one)))
}

const Level = ({ label, options, value, onChange }: { readonly label: string; readonly options: readonly Division[]; readonly value: string; readonly onChange: (code: string) => void }) => {
  const { w } = useWords()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{w.order.choose}</option>
        {options.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
      </select>
    </div>
  )
}

/** A district by its province and city; first those of the counter's own city. */
export const Divisions = ({ city, value, onChange }: DivisionsProps) => {
  const { w } = useWords()
  const [path, setPath] = useState<readonly string[]>(() => pathTo(value || (policyOf(city).place.value?.division ?? '')))
  const choose = (level: number, code: string) => {
    const next = [...path.slice(0, level), ...(code ? [code] : [])]
    setPath(next)
    onChange(code && divisionsBelow(code).length === 0 ? code : '')
  }
  const levels = ['', ...path].map((above, level) => ({ above, options: level > 0 && above === '' ? [] : divisionsBelow(above) })).filter(({ options }) => options.length > 0)
  const labels = levels.length > 2 ? [w.order.province, w.order.city, w.order.district] : [w.order.province, w.order.district]
  return (
    <div className="levels">
      {levels.map(({ above, options }, level) => (
        <Level key={above} label={labels[level] ?? w.order.district} options={options} value={path[level] ?? ''} onChange={(code) => choose(level, code)} />
      ))}
    </div>
  )
}
