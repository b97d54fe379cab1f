import type { FormEvent, PropsWithChildren } from 'react'

type Props = PropsWithChildren<Record<string, unknown>>

/** What only a phone's own components understand. */
const phoneOnly = /^(hover|catch|placeholderClass|confirm|adjust|cursor|openType|selectable|userSelect|enhanced|scroll|password$)/

/** The same properties as the browser knows them. */
const domProps = ({ children: _children, ...props }: Props) =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !phoneOnly.test(name)))

export const View = (props: Props) => <div {...domProps(props)}>{props.children}</div>
export const ScrollView = View
export const Text = (props: Props) => <span {...domProps(props)}>{props.children}</span>
export const Label = (props: Props) => <label {...domProps(props)}>{props.children}</label>
export const Button = (props: Props) => <button type="button" {...domProps(props)}>{props.children}</button>
export const Image = ({ src, ...props }: Props) => <img src={String(src)} alt="" {...domProps(props)} />

interface InputProps extends Record<string, unknown> {
  readonly onInput?: (event: { readonly detail: { readonly value: string } }) => void
}

export const Input = ({ onInput, ...props }: InputProps) => (
  <input {...domProps(props)} onInput={(event: FormEvent<HTMLInputElement>) => onInput?.({ detail: { value: event.currentTarget.value } })} />
)
