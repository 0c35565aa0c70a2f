/**
 * Where a vehicle is (位置基本信息和位置附加信息), JT/T 808 message 0x0200 with the items of JT/T 808-2019 and JT/T 1078.
 * Units are those of the wire, in whole numbers, so that nothing is rounded: they stand last in each name. An item that the
 * terminal did not send is `undefined`; a reader always has all keys, a writer may leave them out.
 */
export interface Location {
  /** The alarm word (报警标志), by `ALARM_BITS`. */
  readonly alarms: number
  /** The status word (状态), by `STATUS_BITS`. */
  readonly status: number
  /** Millionths of a degree, south negative: the hemisphere of the status word is taken into account. */
  readonly latitudeE6: number
  /** Millionths of a degree, west negative. In the coordinates of the terminal, WGS-84 by the standard. */
  readonly longitudeE6: number
  /** Height above the sea in metres. */
  readonly altitudeM: number
  /** Speed by satellite, in tenths of a kilometre an hour. */
  readonly speedTenthsKmh: number
  /** Direction in degrees from north, clockwise. */
  readonly courseDegrees: number
  /** When, in milliseconds since 1970. */
  readonly atMs: number
  /** 0x01, reading of the odometer in tenths of a kilometre. */
  readonly mileageTenthsKm?: number | undefined
  /** 0x02, fuel in the tank in tenths of a litre. */
  readonly fuelTenthsL?: number | undefined
  /** 0x03, speed by the tachograph (行驶记录) in tenths of a kilometre an hour. */
  readonly recorderSpeedTenthsKmh?: number | undefined
  /** 0x04, the running number of an alarm that a person has to confirm. */
  readonly alarmToConfirm?: number | undefined
  /** 0x05 (2019), pressure of the tyres, a byte each, 0xff is none; thirty of them. */
  readonly tyrePressures?: Uint8Array | undefined
  /** 0x06 (2019), temperature in the body of the vehicle in degrees Celsius. */
  readonly cabinCelsius?: number | undefined
  /** 0x11, where the speed limit is that is exceeded. */
  readonly overspeed?: AreaReference | undefined
  /** 0x12, which area or route was entered (0) or left (1). */
  readonly crossing?: (AreaReference & { readonly direction: number }) | undefined
  /** 0x13, a stretch that was driven too quickly (0) or slowly (1). */
  readonly stretch?: { readonly id: number; readonly seconds: number; readonly result: number } | undefined
  /** 0x14, alarms about video, by `VIDEO_ALARM_BITS`. */
  readonly videoAlarms?: number | undefined
  /** 0x15, channels without a signal, a bit each, channel 1 the lowest. */
  readonly channelsLost?: number | undefined
  /** 0x16, channels that are covered, a bit each. */
  readonly channelsCovered?: number | undefined
  /** 0x17, storage units that have failed: main ones in bits 0 to 11, spare ones in 12 to 15. */
  readonly storageFaults?: number | undefined
  /** 0x18, unusual driving, by `BEHAVIOUR_BITS`, with a degree of tiredness from 0 to 100. */
  readonly behaviour?: { readonly kinds: number; readonly tiredness: number } | undefined
  /** 0x25, signals of the vehicle, by `SIGNAL_BITS`. */
  readonly signals?: number | undefined
  /** 0x2A, bit 0 deep sleep, bit 1 sleep. */
  readonly inputs?: number | undefined
  /** 0x2B, two analogue inputs: AD0 in bits 0 to 15, AD1 in bits 16 to 31. */
  readonly analogue?: number | undefined
  /** 0x30, strength of the mobile network. */
  readonly signalStrength?: number | undefined
  /** 0x31, number of satellites. */
  readonly satellites?: number | undefined
  /** Items that the standard does not have, has with another length, or that came twice: as they were. */
  readonly others: readonly RawItem[]
}
/** An area, or none in particular (type 0, and no id). */
export interface AreaReference { readonly type: number; readonly id: number | undefined }
/** An item as it was on the wire: id and bytes (a copy). */
export interface RawItem { readonly id: number; readonly bytes: Uint8Array }
