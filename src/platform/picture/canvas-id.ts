export const canvasId = 'picture'
