import { initialsOf } from '../../../cloudfunctions/host/import/outlets/initials'

test.each([
  ['武侯社保经办网点', 'whsbjbwd'],
  ['成都银行', 'cdyh'],
  ['重庆路', 'cql'],
  ['长寿路 A座', 'cslaz'],
  ['24小时自助服务点（演示）', '24xszzfwdys'],
  ['ICBC　Chengdu', 'icbcchengdu'],
])('%s is typed %s', (text, initials) => {
  expect(initialsOf(text)).toBe(initials)
})
