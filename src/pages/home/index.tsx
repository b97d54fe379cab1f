import { HomeScreen } from '@/features/home/home-screen'

const HomePage = () => <HomeScreen />

export default HomePage
