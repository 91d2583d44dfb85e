import { eq } from 'drizzle-orm';
import { record } from '#server/audit/audit.service.ts';
import { hashPassword } from '#server/auth/password.ts';
import { persons, posts } from '#server/auth/person.table.ts';
import type { Tx } from '#server/db/database.ts';
import type { Work } from '#server/kernel/work.ts';
import { offices } from '#server/offices/office.table.ts';
import type { Actor, Role } from '#shared/auth/permissions.ts';
import type { DemoAccount } from '#shared/auth/session.api.ts';
import type { Department } from '#shared/offices/departments.ts';
import { COUNTIES, PREFECTURE, REGIONS } from '#shared/offices/regions.ts';
import { Chance } from './chance.ts';

/** The one password of the sample workspace; it opens no other. */
export const DEMO_PASSWORD = 'Zhagana-2026-demo';

interface Role4Show {
  readonly account: string;
  readonly name: string;
  readonly department: Department;
  readonly region: string;
  readonly roles: readonly Role[];
}

/** One account for each role, shown on the sign-in page of the sample workspace. */
export const SHOWN: readonly Role4Show[] = [
  { account: 'zhangli', name: '张丽', department: 'market', region: '623027', roles: ['liaison'] },
  { account: 'wangjian', name: '王建国', department: 'market', region: '623027', roles: ['approver'] },
  { account: 'zhaozhi', name: '赵志诚', department: 'market', region: '623027', roles: ['chief'] },
  { account: 'mafa', name: '马法', department: 'market', region: '623027', roles: ['legal_reviewer'] },
  { account: 'lobsang', name: '洛桑', department: 'market', region: '623027', roles: ['inspector'] },
  { account: 'zhoumei', name: '周梅', department: 'market', region: PREFECTURE, roles: ['liaison'] },
  { account: 'yangxue', name: '杨雪', department: 'coordination', region: PREFECTURE, roles: ['coordinator'] },
  { account: 'gongbao', name: '贡保', department: 'coordination', region: '623027', roles: ['coordinator'] },
  { account: 'linqiang', name: '林强', department: 'market', region: '623021', roles: ['liaison'] },
  { account: 'caodong', name: '曹东', department: 'police', region: '623027', roles: ['liaison'] },
  { account: 'zhengtao', name: '郑涛', department: 'police', region: '623027', roles: ['police_liaison'] },
  { account: 'jiancha', name: '简查', department: 'procuratorate', region: '623027', roles: ['prosecutor'] },
  { account: 'zhuoma', name: '卓玛', department: 'agriculture', region: '623027', roles: ['liaison'] },
  { account: 'shenping', name: '沈平', department: 'market', region: PREFECTURE, roles: ['auditor'] },
  { account: 'sysadmin', name: '马志远', department: 'coordination', region: PREFECTURE, roles: ['system_admin'] },
  { account: 'secadmin', name: '何安', department: 'coordination', region: PREFECTURE, roles: ['security_admin'] },
  { account: 'audadmin', name: '石明', department: 'coordination', region: PREFECTURE, roles: ['audit_admin'] },
];

const FAMILY = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '马',
  '赵',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
  '罗',
  '宋',
  '安',
  '白',
];
const GIVEN = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '磊',
  '洋',
  '艳',
  '勇',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '霞',
  '平',
  '刚',
  '桂英',
  '建军',
  '海燕',
  '玉兰',
  '志强',
  '春梅',
  '小红',
  '文博',
];
const TIBETAN = [
  '扎西',
  '才让',
  '卓玛',
  '拉毛',
  '旦增',
  '仁青',
  '贡布',
  '索南',
  '措姆',
  '华旦',
  '尕藏',
  '道吉',
  '完玛',
  '桑吉',
  '央金',
  '南杰',
];

/** An invented name, as people here bear them. */
export function inventedName(chance: Chance): string {
  if (chance.is(0.42)) return chance.one(TIBETAN) + chance.one(TIBETAN);
  return chance.one(FAMILY) + chance.one(GIVEN);
}

/** Who can act in the sample workspace, by office and role. */
export class Cast {
  readonly #actors: Actor[] = [];
  readonly #offices = new Map<string, number>();

  place(department: string, region: string, id: number): void {
    this.#offices.set(`${department} ${region}`, id);
  }

  add(actor: Actor): void {
    this.#actors.push(actor);
  }

  office(department: string, region: string): number {
    const id = this.#offices.get(`${department} ${region}`);
    if (!id) throw new Error(`the sample workspace has no ${department} in ${region}`);
    return id;
  }

  /** Somebody with a role in an office; whoever coordinates the prefecture where there is none. */
  who(officeId: number, role: Role): Actor {
    const found = this.#actors.find((actor) => actor.officeId === officeId && actor.roles.includes(role));
    if (!found) throw new Error(`nobody is ${role} in office ${officeId}`);
    return found;
  }
}

const WORKING: readonly Department[] = ['market', 'agriculture', 'commerce', 'police'];

/** Whom every region has, office by office. */
const STAFF: readonly (readonly [Department, readonly Role[]])[] = [
  ...WORKING.map((department) => [department, ['liaison', 'approver', 'inspector']] as const),
  ...WORKING.map((department) => [department, ['chief', 'legal_reviewer']] as const),
  ['police', ['police_liaison']],
  ['procuratorate', ['prosecutor']],
];

/** Makes everybody: the shown accounts, and whoever an office needs to handle complaints and cases. */
export async function makePeople(work: Work): Promise<Cast> {
  const chance = new Chance(623);
  const cast = new Cast();
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const office of await work.tx.select().from(offices))
    if (!office.validUntil) cast.place(office.department, office.region, office.id);
  const add = async ({ account, name, department, region, roles }: Role4Show) => {
    const officeId = cast.office(department, region);
    const now = work.clock.now();
    const [made] = await work.tx
      .insert(persons)
      .values({ account, name, officeId, phone: `0941-82100${chance.between(10, 99)}`, passwordHash, createdAt: now })
      .returning();
    for (const role of roles) await work.tx.insert(posts).values({ personId: made!.id, officeId, role });
    cast.add({ personId: made!.id, name, officeId, roles, scope: null });
  };
  for (const one of SHOWN) await add(one);
  for (const region of [PREFECTURE, ...COUNTIES]) {
    for (const [department, staff] of STAFF) {
      for (const role of staff) {
        const taken = SHOWN.some(
          (one) => one.department === department && one.region === region && one.roles[0] === role,
        );
        if (taken) continue;
        const account = `${department}.${region}.${role}`;
        await add({ account, name: inventedName(chance), department, region, roles: [role] });
      }
    }
  }
  for (const { id, region } of await work.tx.select().from(offices)) {
    const line = `0941-${region === PREFECTURE ? '821' : `${Number(region.slice(-2)) + 300}`}${String(id).padStart(4, '0')}`;
    await setReach(work.tx, id, { phone: line, address: addressOf(region, id) });
  }
  await record(work, 'demo.people_made', 'demo', { accounts: SHOWN.length });
  return cast;
}

async function setReach(tx: Tx, id: number, reach: { phone: string; address: string }) {
  await tx.update(offices).set(reach).where(eq(offices.id, id));
}

/** An invented house in the seat of the office's region. */
const addressOf = (region: string, id: number) =>
  `${REGIONS.find(({ code }) => code === (region === PREFECTURE ? '623001' : region))?.name ?? ''}人民街${id}号`;

/** The accounts as the sign-in page shows them. */
export function shownAccounts(): DemoAccount[] {
  return SHOWN.map(({ account, name, department, region, roles }) => {
    const place = REGIONS.find(({ code }) => code === region)!;
    return {
      account,
      password: DEMO_PASSWORD,
      name,
      office: `${place.short}${OFFICE_WORDS[department]?.[0] ?? ''}`,
      officeEn: `${place.nameEn} ${OFFICE_WORDS[department]?.[1] ?? ''}`,
      roles: [...roles],
    };
  });
}

const OFFICE_WORDS: Partial<Record<Department, readonly [string, string]>> = {
  market: ['市监局', 'Market Supervision'],
  police: ['公安局', 'Police'],
  agriculture: ['农业农村局', 'Agriculture'],
  coordination: ['质量办', 'Quality Office'],
  procuratorate: ['检察院', 'Procuratorate'],
};
