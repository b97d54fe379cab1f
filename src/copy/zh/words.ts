/** The field's words: the same on every screen. */
export const words = {
  socialSecurity: '社保功能',
  financial: '金融功能',
  cardTitle: '社会保障卡',
  channel: {
    wechat: '微信',
    alipay: '支付宝',
    tianfu: '天府市民云',
    phone: '12333 电话',
    counter: '柜台',
    terminal: '自助机',
    bank: '银行',
    system: '系统',
  },
  by: { cardholder: '本人', guardian: '监护人', proxy: '代办人', bank: '银行', system: '系统自动' },
  actor: (name: string, by: string) => `${name}（${by}）`,
  kind: { temporary: '临时挂失', formal: '正式挂失' },
  list: (items: readonly string[]) => items.join('、'),
  either: (items: readonly string[]) => items.join('或'),
  cardLabel: (social: string, financial: string, name?: string) => `${name ? `${name}的社会保障卡，` : ''}社保功能${social}，金融功能${financial}`,
  bank: '发卡银行',
  tail: (number: string) => `尾号 ${number}`,
  whose: { cardholder: '您的', guardian: '孩子的', proxy: '委托人的' },
}

/** What a half of the card shows: on the badge, and to who cannot see the drawing. */
export const badges = {
  socialSecurity: {
    inUse: '正常',
    temporarilyLost: '临时挂失',
    formallyLost: '正式挂失',
    toTell: '还没挂失',
    told: '已挂失',
    notActivated: '待启用',
    locked: '已锁定',
    beingReissued: '补卡中',
    cancelled: '已注销',
    unknown: '没查到',
  },
  financial: {
    inUse: '没有挂失',
    temporarilyLost: '临时挂失',
    formallyLost: '银行已挂失',
    toTell: '还没挂失',
    told: '银行已挂失',
    notActivated: '待激活',
    locked: '已锁定',
    beingReissued: '补卡中',
    cancelled: '已注销',
    unknown: '没查到',
  },
}

/** How far a new card is: on home and on the card, in the history, in what one is told. */
export const order = {
  applied: '新卡申请交了，等受理',
  rejected: '新卡申请退回，要改一改',
  accepted: '受理了，准备制卡',
  inProduction: '新卡正在制',
  ready: '新卡可以领了',
  mailed: '新卡寄出了',
  returned: '新卡退回了，要改地址',
  uncollected: '新卡还没领，还等着您',
  collected: '新卡领到了，旧卡作废',
  socialSecurityActivated: '新卡社保功能启用了',
  financialActivated: '新卡银行功能激活了',
  closed: '新卡都能用了',
  cancelled: '新卡申请撤回了',
}

/** Both halves in plain words: what it is, and what that means for the citizen. */
export const plain = {
  socialSecurity: {
    inUse: { say: '能正常用', effect: '能看病、买药' },
    temporarilyLost: { say: '暂时停用', effect: '不能看病、买药' },
    formallyLost: { say: '已经停用', effect: '不能看病、买药' },
    toTell: { say: '还开着', effect: '能看病、买药' },
    told: { say: '已经停用', effect: '不能看病、买药' },
    notActivated: { say: '还没启用', effect: '药店、医院会拒收' },
    locked: { say: '被锁定了', effect: '带身份证和卡，去网点解锁' },
    beingReissued: { say: '正在补卡', effect: '旧卡不能再解挂' },
    cancelled: { say: '已经注销', effect: '旧卡作废' },
    unknown: { say: '没查到', effect: '先打电话问' },
  },
  financial: {
    inUse: { say: '没有挂失', effect: '没有收到挂失记录' },
    temporarilyLost: { say: '银行临时挂失', effect: '提前解挂，要找银行' },
    formallyLost: { say: '银行已挂失', effect: '解挂要找银行' },
    toTell: { say: '银行账户还开着', effect: '没有挂失记录' },
    told: { say: '已向银行挂失', effect: '这是您告诉我们的' },
    notActivated: { say: '还没激活', effect: '带身份证，去银行激活' },
    locked: { say: '被锁定了', effect: '带身份证和卡，去银行' },
    beingReissued: { say: '正在补卡', effect: '等新卡' },
    cancelled: { say: '已经注销', effect: '旧卡作废' },
    unknown: { say: '没查到', effect: '先打电话问银行' },
  },
}
