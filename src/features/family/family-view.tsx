import { View } from '@tarojs/components'
import { CallButton } from '@/components/call-button'
import { Sections } from '@/components/sections'
import { useFamilyCopy } from '@/copy/family'
import { useHotline } from '../banks/use-rules'
import { NowSo } from '../not-done'
import { useSettings } from '../settings'
import { Children } from './children'
import { GrantList } from './grant-list'
import type { Consent, Family } from './index'
import { NameProxy } from './name-proxy'

interface FamilyViewProps {
  readonly family: Family
  readonly consent: Consent
  readonly onAsk: (childId: string) => void
}

const useSaidConsent = ({ change }: Consent): string | undefined => {
  const { f } = useFamilyCopy()
  if (change.phase !== 'done') return undefined
  return change.request.agreed ? f.consent.given : f.consent.withdrawn
}

const Proxies = ({ grants, atMost }: { readonly grants: Family['proxies']; readonly atMost: number }) => {
  const { f } = useFamilyCopy()
  return (
    <>
      <GrantList side="proxies" grants={grants} />
      <NameProxy />
      <View className="sub">{f.family.atMost(atMost)}</View>
    </>
  )
}

const useSections = ({ family: { children, actingFor, proxies, atMost }, consent, onAsk }: FamilyViewProps) => {
  const { f } = useFamilyCopy()
  const { childrenCount, actingCount, proxiesCount } = f.family
  return [
    {
      key: 'children', icon: 'person', title: f.family.children, second: childrenCount(children.length),
      content: <Children list={children} consent={consent} onAsk={onAsk} />,
    },
    { key: 'acting', icon: 'card', title: f.family.acting, second: actingCount(actingFor.length), content: <GrantList side="actingFor" grants={actingFor} /> },
    { key: 'proxies', icon: 'idcard', title: f.family.proxies, second: proxiesCount(proxies.length), content: <Proxies grants={proxies} atMost={atMost} /> },
  ] as const
}

/** Whose cards one has to do with beside one's own, and who has to do with one's own. */
export const FamilyView = (props: FamilyViewProps) => {
  const { f } = useFamilyCopy()
  const { mode } = useSettings()
  return (
    <View className="page-col">
      <NowSo words={useSaidConsent(props.consent)} />
      <Sections lead={f.family.title} second={f.family.second} sections={useSections(props)} oneByOne={mode === 'elder'} toAll={f.toAll} />
      <CallButton quiet who={f.family.call} number={useHotline()} />
    </View>
  )
}
