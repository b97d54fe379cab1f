import { OrderScreen } from '@/features/order/order-screen'
import { useParams } from '@/platform/navigation'
import './index.scss'

const OrderPage = () => <OrderScreen {...useParams('order')} />

export default OrderPage
