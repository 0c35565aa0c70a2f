import { counted } from '../layout/list.ts'
import { u16, u32, u8 } from '../layout/number.ts'
import { called, record } from '../layout/record.ts'
import { tagged } from '../layout/tagged.ts'
import { message, nothing } from './message.ts'
import { PARAMETERS } from './parameter-table.ts'

const parameter = tagged(u32, PARAMETERS)
const parameters = counted(u8, parameter)

/** How a terminal is set up (终端参数): JT/T 808, messages 0x8103, 0x8104, 0x8106 and 0x0104. */
export const PARAMETER_MESSAGES = {
  parametersSetting: message(0x8103, 'parametersSetting', '设置终端参数', record({ parameters: called('参数项', parameters) })),
  parametersQuery: message(0x8104, 'parametersQuery', '查询终端参数', nothing),
  parametersQuerySome: message(0x8106, 'parametersQuerySome', '查询指定终端参数', record({ ids: called('参数 ID', counted(u8, u32)) })),
  parameters: message(0x0104, 'parameters', '查询终端参数应答', record({ serial: called('应答流水号', u16), parameters: called('参数项', parameters) })),
} as const
