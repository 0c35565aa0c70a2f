import { Button, Modal, Switch } from 'antd'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { usePhone } from '../app/phone.ts'
import { useGiveBack } from './give-back.ts'
import { keyName, shortcutFor, type Shortcut } from './keystroke.ts'
import './shortcuts.css'

const OFF = 'zhunsheng.shortcuts-off'
const listeners = new Set<() => void>()
function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
function turn(isOn: boolean): void {
  if (isOn) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, 'true')
  for (const changed of listeners) changed()
}
/** Whoever speaks to his computer, or rests his hand on the keys, can turn single letters off. */
const useOn = (): boolean => useSyncExternalStore(subscribe, () => localStorage.getItem(OFF) === null)

/** The key of a button, printed on it; who listens hears it by `aria-keyshortcuts`. */
export function Key({ of }: { readonly of: string }) {
  const [isOn, isPhone] = [useOn(), usePhone()]
  return isOn && !isPhone ? <kbd className="key no-print" aria-hidden>{keyName(of)}</kbd> : null
}

/** The keys of a page (快捷键): they work while it is open, and 「?」 shows them. */
export function Shortcuts({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) {
  const [isOn, isPhone] = [useOn(), usePhone()]
  const [isShown, show] = useState(false)
  const { remember, giveBack } = useGiveBack()
  const open = (): void => {
    remember()
    show(true)
  }
  const close = (): void => {
    show(false)
    giveBack()
  }
  const all: readonly Shortcut[] = [...shortcuts, { keys: ['?'], says: '显示快捷键', run: open }]
  const latest = useRef(all)
  useEffect(() => {
    latest.current = all
  })
  useEffect(() => {
    if (!isOn) return undefined
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const meant = shortcutFor(latest.current, { key: event.key, isModified: event.ctrlKey || event.metaKey || event.altKey, isComposing: event.isComposing, isTaken: isTaken(event.target) })
      if (meant === undefined) return
      event.preventDefault()
      meant.run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isOn])
  return (
    <>
      {!isPhone && <Button className="no-print" aria-keyshortcuts={isOn ? '?' : undefined} onClick={open}>快捷键<Key of="?" /></Button>}
      {isShown && (
        <Modal open title="快捷键" footer={null} onCancel={close} width={440}>
          <table className="key-table">
            <tbody>{all.map(({ keys, says }) => <tr key={says}><td>{keys.map((key) => <kbd key={key} className="key">{keyName(key)}</kbd>)}</td><td>{says}</td></tr>)}</tbody>
          </table>
          <p className="note">在输入框里打字、打开对话框时不起作用。对话框里按 Ctrl + 回车 提交，按 Esc 关闭。</p>
          <label><Switch checked={isOn} onChange={turn} size="small" aria-label="使用快捷键" />　使用快捷键</label>
        </Modal>
      )}
    </>
  )
}

const WRITES = 'input, textarea, select, [contenteditable=true], [role=combobox], [role=application], [role=listbox]'
/** Where letters mean letters; and nothing behind an open dialogue is worked from the keyboard. */
const isTaken = (target: EventTarget | null): boolean => (target instanceof Element && target.closest(WRITES) !== null) || [...document.querySelectorAll('[role=dialog]')].some((dialog) => dialog.checkVisibility())
