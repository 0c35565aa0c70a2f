import type { ThemeConfig } from 'antd'

export const FONT = "'Noto Sans SC Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

const LARGE_TEXT = 19
const USUAL_TEXT = 14

/** Deep blue and neutrals; the large-text edition (长者版) only changes sizes, so that nothing is missing from it. */
export const themeOf = (isLarge: boolean): ThemeConfig => ({
  token: {
    colorPrimary: '#1f4b8e',
    colorInfo: '#1f4b8e',
    colorSuccess: '#2a7a4b',
    colorWarning: '#a65e00',
    colorError: '#b3261e',
    // The palettes that are derived from such dark colours are muddy as backgrounds.
    colorInfoBg: '#e8effa',
    colorInfoBorder: '#a9c1e6',
    colorSuccessBg: '#e6f4ea',
    colorSuccessBorder: '#9fcfb0',
    colorWarningBg: '#fdf2df',
    colorWarningBorder: '#e7c48a',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#eeb4af',
    colorLink: '#1f4b8e',
    colorTextDescription: '#56606e',
    colorTextSecondary: '#4a5361',
    colorTextTertiary: '#5d6673',
    colorTextPlaceholder: '#6b7480',
    colorBgLayout: '#f3f5f8',
    borderRadius: 6,
    fontFamily: FONT,
    fontSize: isLarge ? LARGE_TEXT : USUAL_TEXT,
    ...(isLarge ? { controlHeight: 48 } : {}),
  },
  components: {
    Layout: { headerBg: '#17396b', siderBg: '#ffffff', bodyBg: '#f3f5f8', headerHeight: 52, headerPadding: '0 16px' },
    Menu: { itemSelectedBg: '#e6edf8' },
    Table: { headerBg: '#eef2f8', cellPaddingBlock: 10 },
  },
})
