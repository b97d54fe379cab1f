import type { GuideFacts } from '../guide-facts'
import type { GuideCopy } from '../zh/guide'

const medical = {
  voucher: 'the collection receipt serves as a voucher; bring your ID.',
  reimburse: 'pay first, keep prescriptions and receipts, and have them reimbursed by hand once the new card is there.',
}

export const guide = {
  canRelease: {
    ask: 'Can I unhook after reporting?',
    answer: ({ online }: GuideFacts) => `Yes. Reported in ${online}: any of these unhooks it, at once.`,
    more: ({ hotline }: GuideFacts) => `A temporary report by phone: call ${hotline}, or it ends by itself. Made at a counter or machine: go to an outlet with ID and card. Not once a reissue is accepted.`,
  },
  releaseFailed: {
    ask: 'Unhooking failed: what now?',
    answer: () => 'See the reason on the card’s page: usually you unhook where it was reported.',
    more: ({ hotline, anyOutlet }: GuideFacts) => `${anyOutlet ? 'In a hurry to see a doctor, any outlet ends a temporary report on the spot. ' : ''}If the reason is unclear, call ${hotline}.`,
  },
  careMeanwhile: {
    ask: 'Can I still use medical insurance?',
    answer: () => 'Not with this card. It stops as soon as it is reported.',
    more: ({ medicalCare }: GuideFacts) => `Seeing a doctor during a reissue: ${medical[medicalCare]}`,
  },
  bankToo: {
    ask: 'Is the bank account reported too?',
    answer: ({ coversBank }: GuideFacts): string => coversBank ? 'Yes. A formal report covers the bank account.' : 'No. Report the bank account to the issuing bank, by phone.',
    more: () => 'The same for unhooking: social security here, the account at the bank.',
  },
  passwordForgotten: {
    ask: 'I forgot the phone line’s password',
    answer: ({ hotline }: GuideFacts) => `Set another one here, after an identity check. Or call ${hotline} and ask for staff.`,
    more: ({ passwords, lockHours }: GuideFacts) => `After ${passwords} wrong passwords the line locks for ${lockHours} hours. Reporting here needs no password.`,
  },
  faceFailed: {
    ask: 'The face check keeps failing',
    answer: ({ hotline }: GuideFacts) => `You need no face check: call ${hotline} for a temporary report, or take your ID to an outlet.`,
    more: () => 'To try again: more light, no mask, no hat, face straight on.',
  },
  onBehalf: {
    ask: 'Can someone do it for me?',
    answer: () => 'For old age or poor mobility, yes, at a counter. Bring both ID cards, originals and copies.',
    more: ({ handlingAge, privacyAge }: GuideFacts) => `Under ${handlingAge}, the guardian acts: at a counter with the household register and the guardian’s ID. Under ${privacyAge}, a child’s data needs the guardian’s consent.`,
  },
  whereToGo: {
    ask: 'Where is an outlet, and is it open?',
    answer: () => 'See “Outlets”: who can do it, how far it is, and whether it is open now.',
    more: ({ hotline }: GuideFacts) => `Each says when it was checked. Where there is no list yet, call ${hotline}; say your district and what you need.`,
  },
  reissueHow: {
    ask: 'How long is a reissue, what to bring?',
    answer: ({ readyDays }: GuideFacts) => `Take your ID to a branch of the issuing bank that prints at once. Elsewhere: ${readyDays} working days.`,
    more: ({ handlingAge }: GuideFacts) => `A lost card is formally reported, in the same step if you like. Under ${handlingAge}, also the household register and the guardian’s ID. Collect it with ID and receipt.`,
  },
  notMe: {
    ask: 'It was not me who reported it',
    answer: ({ hotline }: GuideFacts) => `In the history, tap “This was not me”; or call ${hotline} now.`,
    more: () => 'Then nobody can unhook or reissue the card until you settle it at a counter, with your ID. If somebody unhooked it, report it again now.',
  },
  reissueWays: {
    ask: 'A new card without going anywhere?',
    answer: ({ mail }: GuideFacts) => mail ? 'Yes. Apply here, and it can be sent to your home or wherever you say.' : 'It is not sent by mail here. Somebody may go for you with both ID cards.',
    more: ({ bankApp }: GuideFacts) => `${bankApp ? 'Some banks make one in their own app as well: ask the bank. ' : ''}Address and phone only serve the mail, and can be changed until it is sent.`,
  },
  exchange: {
    ask: 'Damaged, expired, or a new name?',
    answer: () => 'Exchange it: no loss report is needed. The old card goes on as it is until you collect the new one.',
    more: ({ photoFor }: GuideFacts) => `Bring your ID and the old card.${photoFor ? ` For ${photoFor} a one-inch colour photo as well, like the one on your ID.` : ''}`,
  },
  collecting: {
    ask: 'My new card is ready: how to get it?',
    answer: () => 'Take your ID and the collection receipt to the outlet you chose. The receipt is with your order, and can be saved.',
    more: ({ collectDays }: GuideFacts) => `With that the old card is cancelled. After ${collectDays} days we remind you; it is kept for you.`,
  },
  fee: {
    ask: 'Does a new card cost anything?',
    answer: ({ fee, hotline }: GuideFacts) => fee === null ? `Nothing public says so here: call ${hotline} before you go.` : fee === 0 ? 'No.' : `${fee} yuan.`,
    more: () => 'Applying, reporting and unhooking here cost nothing.',
  },
  newCardUnusable: {
    ask: 'Why does my new card not work?',
    answer: () => 'Activate social security first, then the financial function at the bank: two separate things.',
    more: ({ activatedIn, bankAppActivates, hotline }: GuideFacts) => `Social security: ${activatedIn} will do, or call ${hotline}. The bank’s half: at the bank in person${bankAppActivates ? ', or in its app' : ''}. You will set a password: tell no one.`,
  },
  movedHere: {
    ask: 'My card is from another place',
    answer: ({ cancelsFirst, hotline }: GuideFacts) => cancelsFirst
      ? 'If its bank is not one of the local ones: cancel its social security function at an agency, then apply at any local bank.'
      : `It differs from place to place: call ${hotline} and ask what comes first.`,
    more: ({ banks, hotline }: GuideFacts) => banks ? `Local banks: ${banks}.` : `For the banks, call ${hotline}.`,
  },
  whoDoes: {
    ask: 'Who does what: community, township, bureau, bank?',
    answer: () => 'Social insurance agencies issue, report and replace. A community mostly takes papers first; some townships replace cards too.',
    more: () => 'The human resources and social security bureau is in charge and answers everything. Some bank outlets and machines report and replace as well: see “Find an outlet” first.',
  },
  cardFor: {
    ask: 'What is the card for?',
    answer: () => 'Paying at hospitals and pharmacies on the spot; pension, unemployment, work injury and employment matters.',
    more: () => 'It has two halves: social security, and a bank account. They are reported, and activated, separately.',
  },
  careOfCard: {
    ask: 'What should I look out for?',
    answer: () => 'Keep the card safe, tell no one the password, check its state now and then, keep your details current.',
    more: () => 'Staff will never ask for your password.',
  },
} satisfies GuideCopy
