import { Canvas, View } from '@tarojs/components'
import { aria } from '../aria'
import { canvasId } from './canvas-id'

/** What a phone draws a picture on: it has to be on the page, and nobody sees it. */
export const PictureCanvas = () => <View className="picture-canvas" {...aria({ hidden: true })}><Canvas type="2d" id={canvasId} /></View>
