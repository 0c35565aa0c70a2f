import { STANDINGS, type Standing } from '@zhunsheng/law/monitoring/event.ts'
import { Tag } from 'antd'

const COLORS: Readonly<Record<Standing, string>> = { held: 'default', waiting: 'processing', admitted: 'success', leadOnly: 'gold', rejected: 'default' }

/** Where a record stands (办理状态). */
export const StandingTag = ({ standing }: { readonly standing: Standing }) => <Tag color={COLORS[standing]} style={{ margin: 0 }}>{STANDINGS[standing]}</Tag>
