import type { FormEvent, PropsWithChildren } from 'react'

type Props = PropsWithChildren<Record<string, unknown>>

/** What only a phone's own components understand. */
const phoneOnly = /^(hover|catch|placeholderClass|confirm|adjust|cursor|openType|selectable|userSelect|enhanced|scroll|maxlength$|password$)/

/** The same properties as the browser knows them. */
const domProps = ({ children: _children, ...props }: Props) =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !phoneOnly.test(name)))

export const View = (props: Props) => <div {...domProps(props)}>{props.children}</div>
export const ScrollView = View
export const Canvas = View
export const Text = (props: Props) => <span {...domProps(props)}>{props.children}</span>
export const Label = (props: Props) => <label {...domProps(props)}>{props.children}</label>
export const Button = ({ onAgreePrivacyAuthorization: agree, ...props }: Props & { readonly onAgreePrivacyAuthorization?: () => void }) => (
  <button type="button" {...domProps(props)} onClick={agree}>{props.children}</button>
)
export const Image = ({ src, nativeProps, ...props }: Props & Pick<InputProps, 'nativeProps'>) => <img src={String(src)} alt="" {...domProps({ ...props, ...nativeProps })} />

interface InputProps extends Record<string, unknown> {
  readonly onInput?: (event: { readonly detail: { readonly value: string } }) => void
  readonly onConfirm?: () => void
  /** Whether what is written is hidden. */
  readonly password?: boolean
  /** What Taro hands on to the input or the image within its own element. */
  readonly nativeProps?: Record<string, unknown>
}

export const Input = ({ onInput, onConfirm, nativeProps, password, ...props }: InputProps) => (
  <input
    {...domProps({ ...props, ...nativeProps, ...(password && { type: 'password' }) })}
    onInput={(event: FormEvent<HTMLInputElement>) => onInput?.({ detail: { value: event.currentTarget.value } })}
    onKeyDown={({ key }) => (key === 'Enter' ? onConfirm?.() : undefined)}
  />
)

interface MapMarker {
  readonly id: number
  readonly ariaLabel: string
  readonly label: { readonly content: string }
}

interface MapProps {
  readonly latitude: number
  readonly longitude: number
  readonly scale: number
  readonly markers: readonly MapMarker[]
  readonly onMarkerTap: (event: object) => void
  readonly onRegionChange: (event: object) => void
}

/** A phone's map as far as a test can see it: its markers, tapped as WeChat tells it, and a finger that moves it as Alipay does. */
export const Map = ({ latitude, longitude, scale, markers, onMarkerTap, onRegionChange }: MapProps) => (
  <div data-testid="map" data-at={`${latitude.toFixed(3)} ${longitude.toFixed(3)} ${scale}`}>
    {markers.map(({ id, ariaLabel, label }) => (
      <button key={id} type="button" aria-label={ariaLabel} onClick={() => onMarkerTap({ detail: { markerId: id } })}>{label.content}</button>
    ))}
    <button type="button" aria-label="pinch out" onClick={() => onRegionChange({ type: 'end', latitude, longitude, scale: scale - 5 })} />
  </div>
)
