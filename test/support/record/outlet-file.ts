const usual = {
  id: 'o-1',
  name: '武侯社保经办网点',
  kind: 'agency',
  bank: '',
  city: 'chengdu',
  district: '510107',
  address: '武侯区示例路1号',
  longitude: '104.0430',
  latitude: '30.6420',
  phone: '028-00000001',
  monday: '09:00-12:00 13:30-17:00',
  tuesday: '09:00-12:00 13:30-17:00',
  wednesday: '09:00-12:00 13:30-17:00',
  thursday: '09:00-12:00 13:30-17:00',
  friday: '09:00-12:00 13:30-17:00',
  saturday: 'closed',
  sunday: 'closed',
  holidays: 'closed',
  capabilities: 'reportLoss reissue',
  notes: '',
  source: '测试数据',
  checked_on: '2026-11-01',
  checked_by: '测试',
}
export type Outlet = typeof usual

let made = 0
/** A good outlet apart from all others, but for what is said. */
export const outlet = (over: Partial<Outlet> = {}): Outlet => {
  made += 1
  return { ...usual, id: `o-${made}`, name: `测试网点${made}`, latitude: (30.4 + (made % 900) / 1000).toFixed(4), ...over }
}

/** The text of a file with these outlets. */
export const outletFile = (...outlets: readonly Outlet[]): string =>
  [Object.keys(usual).join(','), ...outlets.map((one) => Object.values(one).join(','))].map((line) => `${line}\n`).join('')

/** The same outlets as GeoJSON. */
export const outletGeojson = (...outlets: readonly Outlet[]): string => JSON.stringify({
  type: 'FeatureCollection',
  features: outlets.map(({ longitude, latitude, ...properties }) =>
    ({ type: 'Feature', geometry: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] }, properties })),
})
