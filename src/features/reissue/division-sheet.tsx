import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { useReissueCopy } from '@/copy/reissue'
import { divisionName, divisionsBelow, pathTo } from './divisions'

interface DivisionSheetProps {
  readonly chosen: string
  /** Where one begins to look, while nothing is chosen: most are sent to the card's own city. */
  readonly from: string
  readonly onChoose: (code: string) => void
  readonly onClose: () => void
}

/** What is asked: a municipality has no cities, and a province without districts of its own begins with some. */
const useAsk = (codes: readonly string[]): string => {
  const { address: said } = useReissueCopy().r.apply
  if (codes.every((code) => code.endsWith('0000'))) return said.chooseProvince
  return codes.some((code) => code.endsWith('00')) ? said.chooseCity : said.chooseDistrict
}

/** Province, then city, then district; what has nothing below it is the answer. */
export const DivisionSheet = ({ chosen, from, onChoose, onClose }: DivisionSheetProps) => {
  const { t, r: { apply: { address: said } } } = useReissueCopy()
  const [path, setPath] = useState(() => pathTo(chosen || from))
  const at = path.at(-1) ?? ''
  const options = divisionsBelow(at).map(({ code, name }) => ({ value: code, words: name }))
  const ask = useAsk(options.map(({ value }) => value))
  const way = [...pathTo(chosen), chosen]
  const marked = way.find((code) => options.some(({ value }) => value === code))
  const choose = (code: string) => (divisionsBelow(code).length > 0 ? setPath([...path, code]) : onChoose(code))
  return (
    // each level is a dialog of its own: it begins at the top, and the keyboard moves into it
    <Dialog key={at} question={ask} words={divisionName(at)} onClose={onClose}>
      <View className="sheet-scroll"><Choice label={ask} options={options} chosen={marked} onChoose={choose} /></View>
      {path.length > 0 && <ActionButton kind="second" words={said.up} onTap={() => setPath(path.slice(0, -1))} />}
      <ActionButton kind="plain" words={t.common.back} onTap={onClose} />
    </Dialog>
  )
}
