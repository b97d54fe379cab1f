/** Why a rule about a new card says no, and what to do next. A title has at most 13 characters. */
export const refusals = {
  orderOpen: { title: '已经在办新卡了', next: '不用再申请一次。看看现在办到哪一步。' },
  reissueLimit: { title: '这一年补卡的次数满了', next: '按本市的规定，这一年不能再补。打热线问，或者带身份证去柜台。' },
  cancelAtAgencyFirst: { title: '要先注销旧卡', next: '先到经办机构注销旧卡的社保功能，再到本市任意一家合作银行办新卡。' },
  wayNotOffered: { title: '这里办不了这一种', next: '换一种办法，或者到写明的地方办。' },
  bankNotOffered: { title: '这家银行办不了', next: '请换一家本市的合作银行。' },
  addressNeeded: { title: '还差寄送地址', next: '填好收件人、电话和地址，再交一次。' },
  photoNeeded: { title: '还差一张照片', next: '选好照片，再交一次。' },
  noOrder: { title: '没有查到申请', next: '这张卡没有在办新卡。要补卡、换卡，重新申请。' },
  orderElsewhere: { title: '办理有了新进展', next: '这一步已经过了。看看现在办到哪一步。' },
  notMovedHere: { title: '这一步不在这里办', next: '请到受理的网点，或者发卡银行办。' },
  notByMail: { title: '这张卡不是邮寄的', next: '请到领卡的网点领。' },
  newCardUnknown: { title: '还没有登记新卡', next: '请网点或银行先登记新卡，再来。' },
  cardLocked: { title: '新卡被锁定了', next: '带身份证和新卡，去网点解锁，再来启用。' },
  lossReportedHere: { title: '新卡已经挂失', next: '找到了，先解挂再启用；找不到了，再补一张。' },
  activatedElsewhere: { title: '不在这里启用', next: '请到写明的地方启用。' },
}
