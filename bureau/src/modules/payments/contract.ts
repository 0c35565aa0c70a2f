/** Where fines of this bureau are paid, and how finance names them (执收项目、代收机构). */
export interface PaymentSettings {
  /** Six digits with which its payment codes begin. */
  readonly prefix: string
  /** 执收单位编码. */
  readonly unitCode: string
  /** 执收项目编码 and its name. */
  readonly itemCode: string
  readonly itemName: string
  /** Name and address of the agent bank, which the decision names too (罚款决定与罚款收缴分离实施办法第七条). */
  readonly bank: string
  readonly bankAddress: string
  /** Whether somebody compared these with what finance gave out; until then every slip says that they are examples. */
  readonly verified: boolean
  readonly source: string
}
