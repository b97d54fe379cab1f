import { Enrol } from '@/features/kiosk/enrol'

const KioskPage = () => <Enrol />

export default KioskPage
