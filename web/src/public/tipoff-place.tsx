import type { NewTipoff } from '@zhunsheng/bureau/modules/tipoffs/wire.ts'
import type { Point, PublicHaulage } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { AimOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useMemo } from 'react'
import { placeNow } from '../evidence/upload.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { shapesOf } from './haulage.tsx'

interface Placed {
  readonly haulage: PublicHaulage
  // antd's Form.Item hands these to its only child.
  readonly value?: NewTipoff['position']
  readonly onChange?: (position: NewTipoff['position']) => void
}
/** A finger on the map is true to about so many metres. */
const BY_HAND = 100
const MARK = 7

/** Where it was (位置): put on the map by hand, or as the device says, where its owner allows that. */
export function TipoffPlace({ haulage, value, onChange = () => undefined }: Placed) {
  const shapes = useMemo(() => shapesOf(haulage), [haulage])
  const locate = useMutation({
    mutationFn: placeNow,
    onSuccess: ({ latitude, longitude, accuracy }) => latitude !== undefined && longitude !== undefined && onChange({ latitude: Number(latitude), longitude: Number(longitude), accuracy: Number(accuracy) }),
  })
  const isNotFound = locate.data !== undefined && locate.data['latitude'] === undefined
  const fit = useMemo(() => [...shapes.flatMap(({ points }) => points), ...(value === undefined ? [] : [[value.longitude, value.latitude] satisfies Point])], [shapes, value])
  return (
    <>
      <Flex gap={8} wrap align="center" style={{ marginBottom: 8 }}>
        <Button icon={<AimOutlined />} loading={locate.isPending} onClick={() => locate.mutate()}>用我现在的位置</Button>
        {value !== undefined && <Button onClick={() => onChange(undefined)}>去掉位置</Button>}
        <span className="quiet number" role="status">{value === undefined ? (isNotFound ? '没有取得位置：可以点在图上，也可以不填' : '也可以点在图上') : `${value.latitude.toFixed(5)}, ${value.longitude.toFixed(5)}，误差约 ${Math.round(value.accuracy)} 米`}</span>
      </Flex>
      {fit.length > 0 && (
        <MapFrame label="举报位置图" hasOutlines={false} instead="可以用现在的位置，也可以只在文字里写明地点。" shapes={shapes} fit={fit} onPick={([longitude, latitude]) => onChange({ latitude, longitude, accuracy: BY_HAND })}>
          {(paper) => {
            if (value === undefined) return null
            const [x, y] = paper.pixel([value.longitude, value.latitude])
            return <circle className="tipoff-mark" cx={x} cy={y} r={MARK}><title>举报位置</title></circle>
          }}
        </MapFrame>
      )}
    </>
  )
}
