/** Says on every page that nothing here is a real case (演示数据). */
export const DemoMark = () => <span className="demo-mark">演示数据</span>
