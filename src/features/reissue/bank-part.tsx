import { Choice } from '@/components/choice'
import { useReissueCopy } from '@/copy/reissue'
import type { PartProps } from './part-props'
import { PartScreen } from './part-screen'
import { useBankName } from './use-bank-name'

/** Which bank's card the new one will be; who changes banks chooses another one. */
export const BankPart = (props: PartProps) => {
  const { r } = useReissueCopy()
  const { card, reason, applying: { banks, draft, put } } = props
  const nameOf = useBankName(card.city)
  const offered = reason === 'bankChanged' ? banks.filter((bank) => bank !== card.issuingBank) : banks
  const options = offered.map((value) => ({ value, words: nameOf(value), second: value === card.issuingBank ? r.apply.bank.now : undefined }))
  return (
    <PartScreen {...props} ask={r.apply.bank.ask} second={r.apply.bank.second} offReason={draft.bank ? undefined : r.apply.bank.missing}>
      <Choice label={r.apply.bank.ask} options={options} chosen={draft.bank} onChoose={(bank) => put({ bank })} />
    </PartScreen>
  )
}
