import '@xyflow/react/dist/style.css'
import type { CaseView } from '@zhunsheng/bureau/modules/enforcement/wire.ts'
import { Background, Controls, Handle, Position, ReactFlow, type Edge, type Node, type NodeProps } from '@xyflow/react'
import { Tag } from 'antd'
import { useMemo } from 'react'
import type { ShownProcedure } from '../act/form.ts'
import { StepNode } from './step-node.tsx'
import { stagesOf, type Stage } from './steps.ts'
import './picture.css'

type StageNode = Node<{ readonly stage: Stage; readonly open: (act: string) => void }, 'stage'>

const COLUMN = 236
const NODE_TYPES = { stage: StageBox }

/** The stages from left to right, each with its acts; it can be moved and enlarged. */
// oxlint-disable-next-line import/no-default-export -- React.lazy takes a default export.
export default function PictureCanvas({ view, procedure, open }: { readonly view: CaseView; readonly procedure: ShownProcedure; readonly open: (act: string) => void }) {
  const { nodes, edges } = useMemo(() => drawing(stagesOf(procedure, view), open), [procedure, view, open])
  return (
    <div className="picture-frame">
      <ReactFlow nodes={nodes} edges={edges} nodeTypes={NODE_TYPES} fitView fitViewOptions={{ padding: 0.02, maxZoom: 1 }} minZoom={0.4} maxZoom={1.6} nodesDraggable={false} nodesConnectable={false} elementsSelectable={false} nodesFocusable={false} edgesFocusable={false} zoomOnScroll={false} preventScrolling={false} proOptions={{ hideAttribution: false }} aria-label="进程图">
        <Background gap={24} color="#e3e8ef" />
        <Controls showInteractive={false} position="bottom-right" />
      </ReactFlow>
    </div>
  )
}

function drawing(stages: readonly Stage[], open: (act: string) => void): { readonly nodes: StageNode[]; readonly edges: Edge[] } {
  const nodes = stages.map((stage, index): StageNode => ({ id: stage.name, type: 'stage', position: { x: index * COLUMN, y: 0 }, data: { stage, open } }))
  const edges = stages.slice(1).map(({ name }, index): Edge => ({ id: name, source: stages[index]?.name ?? '', target: name, animated: false, style: { stroke: '#8fa3bf', strokeWidth: 2 } }))
  return { nodes, edges }
}

function StageBox({ data: { stage, open } }: NodeProps<StageNode>) {
  return (
    <div className={stage.isCurrent ? 'stage-node stage-current' : 'stage-node'}>
      <Handle type="target" position={Position.Left} style={{ top: 22 }} />
      <h3>{stage.name} {stage.isCurrent && <Tag color="blue">现在</Tag>}</h3>
      <div className="nodrag nopan">{stage.steps.map((step) => <StepNode key={step.kind} step={step} open={open} />)}</div>
      <Handle type="source" position={Position.Right} style={{ top: 22 }} />
    </div>
  )
}
