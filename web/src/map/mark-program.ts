import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import type { Atlas, MovingMark } from './handle.ts'

/** Draws marks on a graphics card (图标着色程序). */
export interface MarkProgram {
  readonly load: (marks: readonly MovingMark[], placed: (point: Point) => readonly [number, number]) => void
  readonly draw: (matrix: ArrayLike<number>, share: number) => void
  readonly close: () => void
}
/** Both places, both headings, the row. */
const NUMBERS = 7
const FULL_TURN = 360

/** A mark is one point with a picture cut out of the atlas: it stands between its two places, turned the shorter way round. */
const VERTEX = `#version 300 es
uniform mat4 matrix; uniform float share; uniform float ratio; uniform vec3 atlas; uniform float sizes[16];
in vec4 places; in vec3 mark;
flat out vec2 corner; flat out vec2 part;
void main() {
  gl_Position = matrix * vec4(mix(places.xy, places.zw, share), 0.0, 1.0);
  float size = sizes[int(mark.z)];
  gl_PointSize = size * ratio;
  float heading = mark.x + (mod(mark.y - mark.x + 540.0, 360.0) - 180.0) * share;
  float column = mod(floor(heading / 360.0 * atlas.x + 0.5), atlas.x);
  vec2 cell = 1.0 / atlas.xy;
  part = cell * size / atlas.z;
  corner = (vec2(column, mark.z) + 0.5) * cell - part / 2.0;
}`
/** No smoothing: marks then stay crisp, and a machine without a graphics card draws three times as many. */
const FRAGMENT = `#version 300 es
precision highp float; uniform sampler2D pictures; flat in vec2 corner; flat in vec2 part; out vec4 colour;
void main() { colour = texture(pictures, corner + gl_PointCoord * part); }`

export function markProgram(gl: WebGL2RenderingContext, { picture, columns, sizes, side }: Atlas): MarkProgram {
  const program = gl.createProgram()
  for (const [kind, text] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
    const shader = gl.createShader(kind)
    if (shader === null) continue
    gl.shaderSource(shader, text)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  const at = (name: string) => gl.getUniformLocation(program, name)
  const [matrixAt, shareAt, ratioAt, atlasAt, sizesAt] = [at('matrix'), at('share'), at('ratio'), at('atlas'), at('sizes')]
  const texture = textureOf(gl, picture)
  const buffer = gl.createBuffer()
  const layout = gl.createVertexArray()
  gl.bindVertexArray(layout)
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
  for (const [name, length, offset] of [['places', 4, 0], ['mark', 3, 4]] as const) {
    const place = gl.getAttribLocation(program, name)
    gl.enableVertexAttribArray(place)
    gl.vertexAttribPointer(place, length, gl.FLOAT, false, NUMBERS * Float32Array.BYTES_PER_ELEMENT, offset * Float32Array.BYTES_PER_ELEMENT)
  }
  gl.bindVertexArray(null)
  let [count, origin]: [number, readonly [number, number]] = [0, [0, 0]]
  return {
    load: (marks, placed) => {
      const [first] = marks
      // Single precision is two metres on the whole earth: places are kept as they lie from the first one.
      origin = first === undefined ? [0, 0] : placed(first.to.at)
      count = marks.length
      const numbers = new Float32Array(count * NUMBERS)
      for (const [index, { from, to, row }] of marks.entries()) {
        const [[fromX, fromY], [toX, toY]] = [placed(from.at), placed(to.at)]
        numbers.set([fromX - origin[0], fromY - origin[1], toX - origin[0], toY - origin[1], from.heading % FULL_TURN, to.heading % FULL_TURN, row], index * NUMBERS)
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.DYNAMIC_DRAW)
    },
    draw: (matrix, share) => {
      gl.useProgram(program)
      gl.bindVertexArray(layout)
      gl.uniformMatrix4fv(matrixAt, false, moved(matrix, origin))
      gl.uniform1f(shareAt, share)
      gl.uniform1f(ratioAt, picture.height / (sizes.length * side))
      gl.uniform3f(atlasAt, columns, sizes.length, side)
      gl.uniform1fv(sizesAt, [...sizes])
      gl.activeTexture(gl.TEXTURE0)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      gl.enable(gl.BLEND)
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
      gl.drawArrays(gl.POINTS, 0, count)
      gl.bindVertexArray(null)
    },
    close: () => {
      gl.deleteProgram(program)
      gl.deleteBuffer(buffer)
      gl.deleteTexture(texture)
      gl.deleteVertexArray(layout)
    },
  }
}

function textureOf(gl: WebGL2RenderingContext, picture: HTMLCanvasElement): WebGLTexture {
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true)
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture)
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST)
  return texture
}

/** The matrix for places that are counted from an origin: multiplied in double precision, where single would tremble. */
function moved(matrix: ArrayLike<number>, [x, y]: readonly [number, number]): Float32Array {
  const numbers = Array.from(matrix)
  const [a, b, c] = [numbers.slice(0, 4), numbers.slice(4, 8), numbers.slice(12, 16)]
  return Float32Array.from([...numbers.slice(0, 12), ...c.map((one, index) => one + (a[index] ?? 0) * x + (b[index] ?? 0) * y)])
}
