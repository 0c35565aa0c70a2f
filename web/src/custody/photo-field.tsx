import { CameraOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Spin } from 'antd'
import { Said } from '../act/said.tsx'
import { takeEvidence } from '../evidence/upload.ts'
import '../street/street.css'

interface Photos {
  // antd's Form.Item hands these to its only child.
  readonly value?: readonly string[]
  readonly onChange?: (digests: readonly string[]) => void
  readonly most?: number
}
const MOST = 9

/** Photographs that go into the record at once (照片); the form holds their digests. */
export function PhotoField({ value = [], onChange = () => undefined, most = MOST }: Photos) {
  const shoot = useMutation({
    mutationFn: (file: File) => takeEvidence(file, () => undefined),
    onSuccess: ({ sha256 }) => onChange([...new Set([...value, sha256])]),
  })
  return (
    <>
      <div className="street-photos">
        {value.map((sha256, index) => <img key={sha256} src={`/api/evidence/${sha256}/thumbnail`} alt={`照片 ${index + 1}`} />)}
        {shoot.isPending && <div className="street-shot"><Spin /></div>}
        {value.length < most && (
          <label className="street-shot">
            <CameraOutlined style={{ fontSize: 24 }} />
            拍照
            <input type="file" accept="image/*" capture="environment" aria-label="拍照或者选择照片" onChange={({ target }) => { for (const file of target.files ?? []) shoot.mutate(file); target.value = '' }} />
          </label>
        )}
      </div>
      <Said error={shoot.error} />
    </>
  )
}
