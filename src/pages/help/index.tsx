import { Text, View } from '@tarojs/components'

const Page = () => <View ariaRole="main"><Text ariaLabel="社保卡">社保卡</Text></View>

export default Page
