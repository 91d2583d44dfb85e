import type { Words } from '#client/kernel/words.ts';

/** The texts of the screens of draws. */
export const drawScreenWords = {
  'nav.draws': ['双随机抽取', 'Random draw'],
  'draws.prepare': ['生成名单并固定种子', 'Fix pool and seed'],
  'draws.prepare_does': [
    '按条件生成名单并排除不抽的；名单和种子先算出哈希固定下来，再抽取',
    'Makes the pool and leaves out whom it must. Pool and seed are fixed by their hashes before anything is drawn',
  ],
  'draws.whom': ['抽取范围', 'From whom'],
  'draws.risk.A': ['A 级', 'Class A'],
  'draws.risk.B': ['B 级', 'Class B'],
  'draws.risk.C': ['C 级', 'Class C'],
  'draws.risk.D': ['D 级', 'Class D'],
  'draws.risk.none': ['未分级', 'No class'],
  'draws.made': ['抽取记录', 'Draws'],
  'draws.none': ['还没有抽取过', 'Nothing was drawn yet'],
  'draws.waits': ['待抽取', 'not drawn yet'],
  'draws.again': ['重抽', 'Draw again'],
  'draws.again_of': [
    '重抽“{title}”，须写明理由；第一次的结果保留',
    'Again for “{title}”: with a reason; the first stays',
  ],
  'draws.sample': ['抽取', 'Drawn'],
  'draws.of': ['{pool} 户中抽 {size} 户', '{size} of {pool}'],
  'draws.recusal_why': ['回避理由', 'Why they stand back'],
  'draws.by': ['抽取人', 'By'],
  'draws.left_out': ['不抽', 'Left out'],
  'draws.nobody': ['没有', 'Nobody'],
  'draws.inspectors': ['{n} 名检查人员', '{n} inspectors'],
  'draws.pool_hash': ['名单哈希', 'Hash of the pool'],
  'draws.seed_hash': ['种子哈希', 'Hash of the seed'],
  'draws.seed': ['种子', 'Seed'],
  'draws.algorithm': ['算法', 'Algorithm'],
  'draws.first': ['第一次', 'The first'],
  'draws.draw': ['抽取', 'Draw'],
  'draws.draw_does': [
    '一次有效。抽中的逐户列入待检查，检查人员两人一组',
    'Once and for all. Each drawn becomes a planned check with two inspectors',
  ],
  'draws.receipt': ['下载回执', 'Receipt'],
  'draws.receipt_does': [
    '回执里有名单、种子、算法；在任何一台机器上用 replay-draw 都能重抽核对',
    'It holds pool, seed and algorithm: replay-draw draws again from it on any machine',
  ],
  'draws.result': ['抽取结果', 'Result'],
  'draws.no_pair': ['无人可去（回避）', 'Nobody who may go'],
} as const satisfies Words;
