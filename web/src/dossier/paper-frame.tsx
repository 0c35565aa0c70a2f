import fontSheet from '@fontsource-variable/noto-sans-sc/index.css?url'
import { FONT } from '../app/theme.ts'

/**
 * A paper as the server renders it, apart from our page: it may run no script.
 * Our font is lent to it behind its own, since a machine may have no Chinese font at all.
 */
export function PaperFrame({ title, address }: { readonly title: string; readonly address: string }) {
  return <iframe title={title} src={address} sandbox="allow-same-origin" onLoad={({ currentTarget }) => lendFont(currentTarget.contentDocument)} style={{ border: 0, width: '100%', height: '100%', background: '#fff', display: 'block' }} />
}

function lendFont(paper: Document | null): void {
  if (paper === null) return
  const sheet = paper.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = fontSheet
  paper.head.append(sheet)
  for (const part of paper.querySelectorAll<HTMLElement>('body, .paper, .paper *')) {
    const own = paper.defaultView?.getComputedStyle(part).fontFamily ?? ''
    part.style.fontFamily = own === '' ? FONT : `${own.replace(/,?\s*(sans-)?serif$/, '')}, ${FONT}`.replace(/^,\s*/, '')
  }
}
