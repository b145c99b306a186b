import type { Scope } from '#libs/kernel';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../user/user.entity.js';

/** A key for programs: it acts for its user, within its scopes, its dates and, when set, one show. */
@Entity('api_tokens')
export class ApiToken {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('text')
  name: string;

  @Index({ unique: true })
  @Column('text')
  secretHash: string;

  @Column('text', { array: true })
  scopes: Scope[];

  @ForeignKey('Show', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  showId: string | null;

  @Column('timestamptz')
  validFrom: Date;

  @Column('timestamptz', { nullable: true })
  validUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
