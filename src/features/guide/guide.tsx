import { useState } from 'react'
import { View } from '@tarojs/components'
import { CallButton } from '@/components/call-button'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Heading } from '@/components/heading'
import { Link } from '@/components/link'
import { Notice } from '@/components/notice'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { aroundGuideIn, guideCopyIn } from '@/copy/guide'
import { cityCodes, policyOf } from '@/domain/policies'
import { useBanks } from '../banks'
import { nameIn } from '../banks/use-bank'
import { useRules } from '../banks/use-rules'
import { Answer } from './answer'
import { factsOf, sourcesOf, type Question } from './facts'

const Legal = () => {
  const { t } = useCopy()
  return (
    <View className="sheet sheet-in">
      <View className="bold">{t.help.legal}</View>
      <View className="sub">{t.help.legalLoss}</View>
      <View className="sub">{t.help.legalInquiry}</View>
    </View>
  )
}

const useFacts = (city: CardOnWire['city']) => {
  const { t, language } = useCopy()
  const rules = useRules(city)
  const banks = useBanks(city).data?.map((bank) => nameIn(language, bank)) ?? []
  return { rules, facts: factsOf(rules, banks, t, language) }
}

type City = CardOnWire['city']

/** Whose rules the answers are: the card's own city's, until another one is chosen. */
const CityChoice = ({ city, onChoose }: { readonly city: City; readonly onChoose: (city: City) => void }) => {
  const { language } = useCopy()
  const [open, setOpen] = useState(false)
  const around = aroundGuideIn(language)
  if (!open) return <Link words={around.otherCity} onTap={() => setOpen(true)} />
  const choose = (chosen: City) => {
    setOpen(false)
    onChoose(chosen)
  }
  return <Choice label={around.city} chosen={city} options={cityCodes.map((value) => ({ value, words: policyOf(value).name[language] }))} onChoose={choose} />
}

/** What citizens ask, found by a word of the question or the answer. */
export const Guide = ({ card }: { readonly card: CardOnWire | undefined }) => {
  const { t, language } = useCopy()
  const said = guideCopyIn(language)
  const [chosen, setCity] = useState<City>()
  const city = chosen ?? card?.city ?? 'chengdu'
  const { rules, facts } = useFacts(city)
  const [word, setWord] = useState('')
  const [open, setOpen] = useState<Question | undefined>('canRelease')
  const sought = word.trim().toLowerCase()
  const found = (Object.keys(said) as Question[]).filter((question) => {
    const { ask, answer, more } = said[question]
    return `${ask}${answer(facts)}${more(facts)}`.toLowerCase().includes(sought)
  })
  return (
    <View className="page-col">
      <Heading words={t.help.title} second={city === 'national' ? undefined : t.help.city(rules.name[language])} />
      <CityChoice city={city} onChoose={setCity} />
      <Field label={t.help.search} value={word} example={t.help.example} icon="search" onChange={setWord} />
      {found.length === 0 && <Notice kind="info" title={t.help.noMatch}>{t.help.noMatchNext}</Notice>}
      {found.length > 0 && (
        <View className="sheet">
          {found.map((question) => (
            <Answer
              key={question}
              question={question}
              facts={facts}
              sources={sourcesOf(question, rules, language, t)}
              city={city}
              card={card}
              open={question === open}
              onToggle={() => setOpen(question === open ? undefined : question)}
            />
          ))}
        </View>
      )}
      <CallButton quiet who={t.call.hotlineAsk} number={facts.hotline} />
      <Legal />
    </View>
  )
}
