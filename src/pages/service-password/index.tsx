import { useToldCopy } from '@/copy/told'
import { CardGate } from '@/features/card/card-gate'
import { useServicePassword } from '@/features/service-password'
import { PasswordFlow } from '@/features/service-password/password-flow'
import { useSession } from '@/features/session'
import { useParams } from '@/platform/navigation'

interface SettingProps {
  readonly cardId: string
}

const Setting = ({ cardId }: SettingProps) => {
  const { m } = useToldCopy()
  const setting = useServicePassword(cardId)
  return <CardGate cardId={cardId} title={m.titles.servicePassword}>{({ card }) => <PasswordFlow card={card} setting={setting} />}</CardGate>
}

const ServicePasswordPage = () => {
  const { cardId } = useParams('servicePassword')
  const { status, citizen } = useSession()
  // what was typed goes with whoever typed it
  return <Setting key={`${status} ${citizen ?? ''}`} cardId={cardId} />
}

export default ServicePasswordPage
