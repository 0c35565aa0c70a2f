import { PHOTO_MEGABYTES, PHOTOS_MOST } from '@zhunsheng/bureau/modules/tipoffs/wire.ts'
import { CameraOutlined, DeleteOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import '../street/street.css'

interface Photos {
  // antd's Form.Item hands these to its only child.
  readonly value?: readonly File[]
  readonly onChange?: (files: readonly File[]) => void
}
const NONE: readonly File[] = []
const BYTES_MAX = PHOTO_MEGABYTES * 1024 * 1024

/** Photographs that are sent with the form (照片): taken now, or chosen. */
export function TipoffPhotos({ value = NONE, onChange = () => undefined }: Photos) {
  const [isTooLarge, tell] = useState(false)
  const shown = useMemo(() => value.map((file) => ({ file, url: URL.createObjectURL(file) })), [value])
  useEffect(() => () => {
    for (const { url } of shown) URL.revokeObjectURL(url)
  }, [shown])
  const add = (files: readonly File[]) => {
    tell(files.some(({ size }) => size > BYTES_MAX))
    onChange([...value, ...files.filter(({ size }) => size <= BYTES_MAX)].slice(0, PHOTOS_MOST))
  }
  return (
    <>
      <div className="street-photos">
        {shown.map(({ file, url }, index) => (
          <div key={url} style={{ position: 'relative' }}>
            <img src={url} alt={`照片 ${index + 1}`} />
            <Button size="small" aria-label={`去掉照片 ${index + 1}`} icon={<DeleteOutlined />} style={{ position: 'absolute', top: 4, right: 4 }} onClick={() => onChange(value.filter((one) => one !== file))} />
          </div>
        ))}
        {value.length < PHOTOS_MOST && (
          <label className="street-shot">
            <CameraOutlined style={{ fontSize: 24 }} />
            拍照或者选择
            <input type="file" accept="image/jpeg,image/png,image/webp" multiple aria-label="拍照或者选择照片" onChange={({ target }) => { add([...(target.files ?? [])]); target.value = '' }} />
          </label>
        )}
      </div>
      {isTooLarge && <Alert type="warning" showIcon style={{ marginTop: 8 }} title={`超过 ${PHOTO_MEGABYTES} MB 的照片没有加入，请压缩后再选`} />}
    </>
  )
}
