import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { useReissueCopy } from '@/copy/reissue'
import { divisionName, divisionsBelow } from './divisions'

interface DivisionSheetProps {
  readonly chosen: string
  readonly onChoose: (code: string) => void
  readonly onClose: () => void
}

/** Province, then city, then district; what has nothing below it is the answer. */
export const DivisionSheet = ({ chosen, onChoose, onClose }: DivisionSheetProps) => {
  const { t, r: { apply: { address: said } } } = useReissueCopy()
  const [path, setPath] = useState<readonly string[]>([])
  const at = path.at(-1) ?? ''
  const asks = [said.chooseProvince, said.chooseCity, said.chooseDistrict]
  const ask = asks[path.length] ?? said.chooseDistrict
  const options = divisionsBelow(at).map(({ code, name }) => ({ value: code, words: name }))
  const choose = (code: string) => (divisionsBelow(code).length > 0 ? setPath([...path, code]) : onChoose(code))
  return (
    <Dialog question={ask} words={divisionName(at)} onClose={onClose}>
      <View className="sheet-scroll"><Choice key={at} label={ask} options={options} chosen={chosen} onChoose={choose} /></View>
      {path.length > 0 && <ActionButton kind="second" words={said.up} onTap={() => setPath(path.slice(0, -1))} />}
      <ActionButton kind="plain" words={t.common.back} onTap={onClose} />
    </Dialog>
  )
}
